import { JANUARY_2024, SIMULATED_MONTH_ENDS } from './calendar.ts';
import { type Customer, drawCustomer } from './customer.ts';
import { Draws } from './draws.ts';
import { type Life, liveOn } from './life.ts';

/** Customers who are there at 2024-01-31. */
const LIVE_IN_JANUARY = 7_043;

/** New customers per simulated month; none in the first, and in January as many as complete `LIVE_IN_JANUARY`. */
const JOINS: readonly number[] = [0, 530, 540, 525, 515, 515, 540, 570, 580, 570, 0, 650, 620, 600, 600];

/** Month ends lived through by the customers of the first month end: [from, to, customers per month of tenure]. */
const FIRST_TENURES: readonly (readonly [number, number, number])[] = [
  [1, 1, 550],
  [2, 2, 190],
  [3, 6, 130],
  [7, 12, 112],
  [13, 24, 101],
  [25, 45, 97],
  [46, 52, 93],
  [53, 57, 98],
  [58, 59, 112],
  [60, 60, 132],
  [61, 61, 182],
  // The service opened to the public in February 2018.
  [62, 62, 378],
];

// No vowels, so that no id spells a word.
const CONSONANTS = 'BCDFGHJKLMNPQRSTVWXZ';

/** Everyone who was ever there, sorted by user id, each with their life. */
export function populate(seed: number): readonly Life[] {
  const draws = new Draws(seed);
  const taken = new Set<string>();
  const lives: Life[] = [];
  const join = (firstMonth: number, earlierMonths: number): void => {
    const own = new Draws(draws.seed());
    const customer: Customer = drawCustomer(own, drawUserId(draws, taken), { firstMonth, earlierMonths });
    lives.push(liveOn(own, customer));
  };
  for (const [from, to, count] of FIRST_TENURES) {
    for (let tenure = from; tenure <= to; tenure++) for (let i = 0; i < count; i++) join(0, tenure - 1);
  }
  for (let month = 1; month < SIMULATED_MONTH_ENDS.length; month++) {
    const joins = month === JANUARY_2024 ? LIVE_IN_JANUARY - countLive(lives, month) : JOINS[month]!;
    for (let i = 0; i < joins; i++) join(month, 0);
  }
  return lives.sort((a, b) => (a.customer.userId < b.customer.userId ? -1 : 1));
}

/** How many of `lives` are there at a month end. */
function countLive(lives: readonly Life[], month: number): number {
  return lives.filter((life) => isLive(life, month)).length;
}

function isLive(life: Life, month: number): boolean {
  const asOf = SIMULATED_MONTH_ENDS[month]!;
  return life.customer.firstMonth <= month && (life.leaveMs === null || life.leaveMs > asOf);
}

/** Four digits and five letters, as '7590-VHVKG'. */
function drawUserId(draws: Draws, taken: Set<string>): string {
  let userId: string;
  do {
    userId = `${1000 + draws.whole(0, 9000)}-`;
    for (let i = 0; i < 5; i++) userId += CONSONANTS[draws.whole(0, CONSONANTS.length)];
  } while (taken.has(userId));
  taken.add(userId);
  return userId;
}
