/** A lesson of one step with one of everything; each test changes a part of it. */
export const SMALL_LESSON = `---
slug: small
language: en
title: A small lesson
goal: You can add.
minutes: 15
start:
  dataset: null
  clock: 2024-03-01
---

Some words before the first step.

\`\`\`yaml picture route
show: map
caption: The route.
\`\`\`

## Adding {#adding}

Two and two make [4](value:sum).

\`\`\`js setup
const two = 2;
\`\`\`

\`\`\`md predict four
What is it?

- [ ] 3
  Count again.
- [x] 4
  Yes.
\`\`\`

\`\`\`js example four
const sum = two + two;
sum;
\`\`\`

\`\`\`js check four
check.equal(sum, 4, { hint: 'the marked choice is what it gives' });
\`\`\`

\`\`\`js values sums
({ sum });
\`\`\`

\`\`\`js exercise add
// Adds two numbers.
const add = (a, b) => ____;
\`\`\`

\`\`\`md hint add
There is a sign for it.
\`\`\`

\`\`\`md hint add
It is +.
\`\`\`

\`\`\`js solution add
const add = (a, b) => a + b;
\`\`\`

\`\`\`js check add
check.equal(add(2, 3), 5, { hint: 'Two and three make five.' });
check.equal(add(-1, 1), 0, { hint: 'Numbers below zero count too.' });
\`\`\`

\`\`\`js wrong add
//| says: make five
const add = (a, b) => a - b;
\`\`\`

\`\`\`js wrong add
//| says: below zero
const add = (a, b) => Math.abs(a) + Math.abs(b);
\`\`\`

\`\`\`python in-python add-in-python
add = lambda a, b: a + b
\`\`\`

\`\`\`md question why
Why add?
\`\`\`

\`\`\`md answer why
To count what there is.
\`\`\`

\`\`\`md takeaway
Adding is done by +.

Next: taking away.
\`\`\`
`;

/** The small lesson with one part replaced; it must be there. */
export function changed(part: string, replacement: string): string {
  if (!SMALL_LESSON.includes(part)) throw new Error(`the small lesson has no ${part}`);
  return SMALL_LESSON.replace(part, replacement);
}
