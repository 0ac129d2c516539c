/** Minus the logarithm of a probability, in whole thousandths of a nat: costs of independent things add up, and ties are ties on any machine. */
export type Cost = number;

/** The cost of one nat: a probability of 1/e. */
export const NAT: Cost = 1000;

/** The cost of something that happens with this probability, above 0. */
export const costOf = (probability: number): Cost => Math.round(-NAT * Math.log(probability));

/** The probability that a cost stands for. */
export const probabilityOf = (cost: Cost): number => Math.exp(-cost / NAT);

/** The cost of picking one out of so many that are equally likely. */
export const choiceOf = (count: number): Cost => Math.round(NAT * Math.log(Math.max(1, count)));

/** The cost of a whole number of unknown magnitude: P(n) = 1 / ((n+1)(n+2)), the heavy tail that counts of files show; it sums up to 1. */
export const magnitudeOf = (count: number): Cost => Math.round(NAT * (Math.log(Math.abs(count) + 1) + Math.log(Math.abs(count) + 2)));

/** The cost of a size up to the `largest` there may be: every order of magnitude is equally likely, P(n) ~ 1 / (n+1). */
export const sizeOf = (count: number, largest: number): Cost => Math.round(NAT * (Math.log(Math.abs(count) + 1) + Math.log(Math.log(Math.max(largest, Math.E)))));
