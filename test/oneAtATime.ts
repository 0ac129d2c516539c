import { connect, createServer, type Server, type Socket } from "node:net";

/** Takes a port of this machine; undefined where another has it. */
function taken(port: number, waiting: Set<Socket>): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      waiting.add(socket.on("error", () => undefined).on("close", () => waiting.delete(socket)));
    });
    server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? resolve(undefined) : reject(error)));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => resolve(server));
  });
}

/** Until whoever has the port lets go of it. */
const letGo = (port: number): Promise<void> =>
  new Promise((resolve) => {
    connect({ port, host: "127.0.0.1" })
      .on("error", () => undefined)
      .on("close", () => resolve())
      .resume();
  });

/**
 * Does work while no other program of this machine does work under the same number: a port of its own, which stands for a lock file.
 * Only one can listen on it, those that wait are told when it is free, and whoever is killed lets go of it.
 */
export async function oneAtATime<Result>(port: number, work: () => Promise<Result>): Promise<Result> {
  const waiting = new Set<Socket>();
  for (;;) {
    const server = await taken(port, waiting);
    if (!server) {
      await letGo(port);
      continue;
    }
    try {
      return await work();
    } finally {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of waiting) socket.destroy();
      await closed;
    }
  }
}
