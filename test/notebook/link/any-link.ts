import fc from 'fast-check';
import { type LessonLink, LINK_CONTROLS, LINK_STATIONS } from '../../../src/notebook/link/lesson-link.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const text = (maxLength: number) => fc.string({ unit: 'binary', minLength: 1, maxLength });

/** Links of every form that a teacher can make. */
export const anyLink: fc.Arbitrary<LessonLink> = fc.record(
  {
    lesson: fc.oneof(
      fc.record({ kind: fc.constant('shipped' as const), slug }),
      fc.record({ kind: fc.constant('own' as const), markdown: text(500) }),
    ),
    step: slug,
    language: fc.constantFrom('en' as const, 'fr' as const),
    dataset: text(40),
    asOf: fc.nat({ max: 2e12 }),
    clock: fc.nat({ max: 2e12 }),
    seed: fc.nat({ max: 4_294_967_295 }),
    hiddenStations: fc.uniqueArray(fc.constantFrom(...LINK_STATIONS), { minLength: 1 }),
    lockedControls: fc.uniqueArray(fc.constantFrom(...LINK_CONTROLS), { minLength: 1 }),
    steps: fc.constantFrom('in-order' as const, 'open' as const),
    solutions: fc.oneof(fc.constantFrom('on' as const, 'off' as const), fc.integer({ min: 1, max: 99 })),
    minutes: fc.integer({ min: 1, max: 600 }),
    note: text(200),
    cells: fc.uniqueArray(fc.record({ label: slug, source: fc.string({ unit: 'binary', maxLength: 300 }) }), {
      minLength: 1,
      maxLength: 5,
      selector: ({ label }) => label,
    }),
  },
  { requiredKeys: ['lesson'] },
);
