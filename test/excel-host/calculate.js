// A deliberately small formula evaluator: operators, references and a dozen functions. A test that needs
// more passes its own `calc` to ExcelHost. calc(formula, at, read) -> value, where `at` is {sheet, r, c} and
// read(sheetName or null, rect) -> 2-D array of values. Errors are the strings Excel shows ('#DIV/0!').
import { parseRect, splitSheet } from './addresses.js';

const TOKENS = // text | sheet! and reference | number | name | operator
  /\s*(?:("(?:[^"]|"")*")|((?:'(?:[^']|'')*'|[A-Za-z_]\w*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?)(?![\w(])|(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_][\w.]*)|(<=|>=|<>|[-+*\/^&=<>(),%:]))/y;
const isError = (v) => typeof v === 'string' && /^#[A-Z/0!?]+$/.test(v);
const flat = (args) => args.flat(3);
const numbers = (args) => flat(args).filter((v) => typeof v === 'number');
const truth = (v) => (typeof v === 'string' ? v.toUpperCase() === 'TRUE' : Boolean(v));

const FUNCTIONS = {
  SUM: (...a) => numbers(a).reduce((x, y) => x + y, 0),
  AVERAGE: (...a) => { const n = numbers(a); return n.length ? FUNCTIONS.SUM(n) / n.length : '#DIV/0!'; },
  MIN: (...a) => Math.min(...(numbers(a).length ? numbers(a) : [0])),
  MAX: (...a) => Math.max(...(numbers(a).length ? numbers(a) : [0])),
  COUNT: (...a) => numbers(a).length,
  COUNTA: (...a) => flat(a).filter((v) => v !== '').length,
  ABS: (x) => Math.abs(one(x)),
  ROUND: (x, d = 0) => Math.round(one(x) * 10 ** one(d)) / 10 ** one(d),
  IF: (c, a = true, b = false) => (truth(one(c)) ? one(a) : one(b)),
  AND: (...a) => flat(a).every(truth),
  OR: (...a) => flat(a).some(truth),
  NOT: (x) => !truth(one(x)),
  ISBLANK: (x) => one(x) === '',
  ISNUMBER: (x) => typeof one(x) === 'number',
  LEN: (x) => String(one(x)).length,
  TRUE: () => true,
  FALSE: () => false,
};

const one = (v) => (Array.isArray(v) ? one(v[0] ?? '') : v);

export function calc(formula, at, read) {
  const tokens = [];
  TOKENS.lastIndex = 1;
  while (TOKENS.lastIndex < formula.trimEnd().length) {
    const m = TOKENS.exec(formula);
    if (!m) return '#NAME?';
    tokens.push(m[1] ? { k: 'v', v: m[1].slice(1, -1).replace(/""/g, '"') } : m[3] ? { k: 'ref', sheet: m[2], ref: m[3] }
      : m[4] ? { k: 'v', v: Number(m[4]) } : m[5] ? { k: 'name', v: m[5] } : { k: m[6] });
  }
  let i = 0;
  const peek = () => tokens[i]?.k;
  const binary = (next, ops) => () => {
    let a = next();
    while (ops[peek()]) {
      const op = ops[tokens[i++].k];
      const x = one(a);
      const y = one(next());
      a = isError(x) ? x : isError(y) ? y : op(x, y);
    }
    return a;
  };
  const num = (v) => (typeof v === 'boolean' ? Number(v) : v === '' ? 0 : typeof v === 'string' ? (v.trim() !== '' && !Number.isNaN(Number(v)) ? Number(v) : NaN) : v);
  const arith = (fn) => (a, b) => { const r = fn(num(a), num(b)); return Number.isNaN(r) ? '#VALUE!' : Number.isFinite(r) ? r : '#DIV/0!'; };
  const rank = (v) => (typeof v === 'number' ? 0 : typeof v === 'string' ? 1 : 2);
  const compare = (a, b) => {
    if (a === '' && typeof b === 'number') a = 0;
    if (b === '' && typeof a === 'number') b = 0;
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    const [x, y] = typeof a === 'string' ? [a.toLowerCase(), b.toLowerCase()] : [a, b];
    return x < y ? -1 : x > y ? 1 : 0;
  };
  const primary = () => {
    const t = tokens[i++];
    if (!t) throw new Error('end');
    if (t.k === 'v') return t.v;
    if (t.k === '-') return arith((a) => -a)(one(power()), 0);
    if (t.k === '+') return power();
    if (t.k === 'ref') return read(t.sheet ? splitSheet(`${t.sheet}A1`).sheet : null, parseRect(t.ref));
    if (t.k === '(') { const v = expression(); i++; return v; }
    if (t.k === 'name' && peek() === '(') {
      i++;
      const args = [];
      while (peek() && peek() !== ')') { args.push(expression()); if (peek() === ',') i++; }
      i++;
      const fn = FUNCTIONS[t.v.toUpperCase()];
      if (!fn) return '#NAME?';
      return (t.v.toUpperCase() !== 'IF' && flat(args).find(isError)) || fn(...args);
    }
    if (t.k === 'name' && /^(true|false)$/i.test(t.v)) return /^t/i.test(t.v);
    return '#NAME?';
  };
  const percent = () => { let v = primary(); while (peek() === '%') { i++; v = num(one(v)) / 100; } return v; };
  const power = binary(percent, { '^': arith((a, b) => a ** b) });
  const product = binary(power, { '*': arith((a, b) => a * b), '/': arith((a, b) => a / b) });
  const sum = binary(product, { '+': arith((a, b) => a + b), '-': arith((a, b) => a - b) });
  const text = binary(sum, { '&': (a, b) => `${a}${b}` });
  const expression = binary(text, {
    '=': (a, b) => compare(a, b) === 0, '<>': (a, b) => compare(a, b) !== 0, '<': (a, b) => compare(a, b) < 0,
    '>': (a, b) => compare(a, b) > 0, '<=': (a, b) => compare(a, b) <= 0, '>=': (a, b) => compare(a, b) >= 0,
  });
  try {
    const v = one(expression());
    return v === '' ? 0 : v;
  } catch {
    return '#NAME?';
  }
}
