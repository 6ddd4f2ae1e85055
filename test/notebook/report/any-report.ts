import fc from 'fast-check';
import type { Report, ReportLesson, ReportStep, ReportTask } from '../../../src/notebook/report/report.ts';
import type { ReportLab } from '../../../src/notebook/report/report-lab.ts';
import type { ReportOutput } from '../../../src/notebook/report/report-output.ts';

/** Texts of every kind, those that pages and spreadsheets must beware of among them. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    ']]></style><script>',
    '=HYPERLINK("http://x")',
    '__proto__',
    '````\n```js\nbreak out',
    '<!-- cell x code -->',
  ),
);
const name = anyText.filter((text) => text.length > 0);
const id = fc.oneof(fc.stringMatching(/^[a-z0-9._-]{1,20}$/), fc.constantFrom('__proto__', 'constructor'));
const instant = fc.nat({ max: 2e12 });
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const count = fc.nat({ max: 1000 });
const few = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });
const pairs = few(fc.tuple(anyText, anyText));
const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const isTrue = fc.boolean();

/** Outputs of every kind that a report keeps. */
export const anyReportOutput: fc.Arbitrary<ReportOutput> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    level: fc.constantFrom('log' as const, 'warn' as const, 'value' as const),
    text: anyText,
  }),
  fc.record({
    kind: fc.constant('table' as const),
    type: anyText,
    nRows: count,
    columns: few(fc.record({ name: anyText, isNumber: isTrue })),
    rows: few(few(anyText)),
  }),
  fc.record({
    kind: fc.constant('chart' as const),
    spec: fc.record({
      title: anyText,
      marks: fc.constant([
        {
          mark: 'dot' as const,
          data: { x: [1, 2, null], y: [0.5, 1.5, 2.5] },
          dtypes: { x: 'float64' as const, y: 'float64' as const },
          x: 'x',
          y: 'y',
        },
      ]),
    }),
  }),
  fc.record({
    kind: fc.constant('image' as const),
    mimeType: fc.constantFrom('image/png' as const, 'image/jpeg' as const),
    data: fc.base64String({ maxLength: 40 }),
  }),
  fc.record({ kind: fc.constant('error' as const), name: anyText, message: anyText, hint: perhaps(anyText) }),
  fc.record({
    kind: fc.constant('check' as const),
    ...{ passed: isTrue, name: anyText, expected: anyText, actual: anyText, hint: anyText },
  }),
);

const cell = {
  id,
  source: anyText,
  isChanged: isTrue,
  run: perhaps(
    fc.record({
      end: fc.constantFrom('ok' as const, 'error' as const, 'stopped' as const),
      startedAt: instant,
      durationMs: count,
      source: perhaps(anyText),
    }),
  ),
  outputs: few(anyReportOutput),
};

const anyTask: fc.Arbitrary<ReportTask> = fc.oneof(
  fc.record({ kind: fc.constant('example' as const), ...cell }),
  fc.record({
    kind: fc.constant('exercise' as const),
    ...cell,
    ...{ passedAt: perhaps(instant), nTries: count, nHints: count, nHintsInAll: count },
    solutionSeenAt: perhaps(instant),
    checkOutputs: few(anyReportOutput),
  }),
  fc.record({
    kind: fc.constant('prediction' as const),
    ...{ id, question: anyText, answer: anyText, choice: perhaps(count), answeredAt: perhaps(instant) },
    choices: few(fc.record({ text: anyText, isRight: isTrue })),
  }),
  fc.record({
    kind: fc.constant('question' as const),
    ...{ id, question: anyText, answer: anyText, answeredAt: perhaps(instant) },
  }),
);

const anyLab: fc.Arbitrary<ReportLab> = fc.record({
  recordedAt: instant,
  labNow: instant,
  datasetDigest: perhaps(anyText),
  runs: few(
    fc.record({
      ...{ runId: anyText, runName: anyText, status: anyText, startTime: instant, endTime: perhaps(instant) },
      params: pairs,
      metrics: few(fc.tuple(anyText, fc.double().map(String))),
      receipt: perhaps(
        fc.record({
          ...{ digest, code: anyText, codeVersion: anyText, seed: anyText, dataDigests: pairs },
          ...{ modelDigest: anyText, predictionsDigest: anyText },
        }),
      ),
    }),
  ),
  models: few(
    fc.record({
      name: anyText,
      versions: few(
        fc.record({ version: count, stage: anyText, runId: perhaps(anyText), aliases: few(anyText) }),
      ),
      history: few(
        fc.record({
          ...{ version: count, action: anyText, from: perhaps(anyText), to: perhaps(anyText) },
          ...{ at: instant, reason: perhaps(anyText) },
        }),
      ),
    }),
  ),
  requests: few(
    fc.record({
      ...{ at: instant, method: anyText, path: anyText, status: count, outcome: anyText },
      ...{ entity: perhaps(anyText), modelName: perhaps(anyText), modelVersion: perhaps(anyText) },
      ...{ prediction: perhaps(anyText), features: pairs, missing: few(anyText), stale: few(anyText) },
      ...{ imputed: few(anyText), message: perhaps(anyText) },
    }),
  ),
});

const anyStep: fc.Arbitrary<ReportStep> = fc.record({
  ...{ id, title: anyText, doneAt: perhaps(instant), tasks: few(anyTask), lab: perhaps(anyLab) },
});

const anyLesson: fc.Arbitrary<ReportLesson> = fc.record({
  ...{ lessonId: id, title: name, language: fc.constantFrom('en' as const, 'fr' as const) },
  ...{ number: perhaps(count), startedAt: instant, changedAt: instant, timeMs: count },
  ...{ link: perhaps(anyText), markdown: perhaps(anyText), steps: few(anyStep) },
});

/** Reports of every form. */
export const anyReport: fc.Arbitrary<Report> = fc.record({
  ...{ kind: fc.constant('report' as const), version: fc.constant(1 as const) },
  isSelfReported: fc.constant(true as const),
  ...{ student: name, language: fc.constantFrom('en' as const, 'fr' as const), writtenAt: instant },
  ...{ appVersion: anyText, lessons: few(anyLesson) },
});
