/** Runs what it is given one thing after another, in the order asked for; one that fails does not keep the next from its turn. */
export function oneAfterAnother(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let line: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = line.then(work);
    line = turn.catch(() => undefined);
    return turn;
  };
}
