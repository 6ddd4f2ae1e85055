import { type Fetched, fetched } from './fetched.ts';

/** The page of each place, by the first word of its address; fetched when it is first opened. */
export const PAGES: Readonly<Record<string, Fetched<object>>> = {
  '': fetched(async () => (await import('./map/MapPage.tsx')).MapPage),
  lessons: fetched(async () => (await import('./lessons/LessonsPage.tsx')).LessonsPage),
  data: fetched(async () => (await import('./data/DataPage.tsx')).DataPage),
  features: fetched(async () => (await import('./features/FeaturesPage.tsx')).FeaturesPage),
  runs: fetched(async () => (await import('./runs/RunsPage.tsx')).RunsPage),
  models: fetched(async () => (await import('./models/ModelsPage.tsx')).ModelsPage),
  serving: fetched(async () => (await import('./serving/ServingPage.tsx')).ServingPage),
  notebook: fetched(async () => (await import('./notebook/NotebookStation.tsx')).NotebookStation),
  l: fetched(async () => (await import('./lessons/link/OpenLinkPage.tsx')).OpenLinkPage),
  review: fetched(async () => (await import('./review/ReviewPage.tsx')).ReviewPage),
  route: fetched(async () => (await import('./route/RoutePage.tsx')).RoutePage),
  storage: fetched(async () => (await import('./storage/StoragePage.tsx')).StoragePage),
};
