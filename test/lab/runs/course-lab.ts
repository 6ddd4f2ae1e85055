import { type HeadlessLab, openHeadlessLab } from '../../../src/headless/open-lab.ts';
import { applyCourseViews } from '../../../src/lab/route/course-features.ts';
import { initialParams } from '../../../src/lab/runs/estimator-definitions.ts';
import { COURSE_SPECIFICATION, type RunSpecification } from '../../../src/lab/runs/run-specification.ts';

/** A lab with the shipped dataset and the course's views. */
export async function openCourseLab(): Promise<HeadlessLab> {
  const lab = await openHeadlessLab();
  await lab.api.data.load('streamflow');
  await applyCourseViews(lab.api);
  return lab;
}

/** The course's run with few trees. */
export const SMALL_FOREST: RunSpecification = {
  ...COURSE_SPECIFICATION,
  estimator: {
    name: 'RandomForestClassifier',
    params: { ...initialParams('RandomForestClassifier'), nEstimators: 10 },
  },
  runName: 'ten trees',
};

/** The course's run with a network of three epochs. */
export const SMALL_NETWORK: RunSpecification = {
  ...COURSE_SPECIFICATION,
  estimator: { name: 'MLPClassifier', params: { ...initialParams('MLPClassifier'), maxIter: 3 } },
  runName: 'three epochs',
};

/** The course's run with a logistic regression. */
export const LOGISTIC: RunSpecification = {
  ...COURSE_SPECIFICATION,
  estimator: { name: 'LogisticRegression', params: initialParams('LogisticRegression') },
  runName: 'logistic regression',
};

/** The baseline that looks at labels only. */
export const DUMMY: RunSpecification = {
  ...COURSE_SPECIFICATION,
  estimator: { name: 'DummyClassifier', params: initialParams('DummyClassifier') },
  runName: 'baseline',
};
