import { fetched } from '../../fetched.ts';

// What one works with in a lesson. It comes after the text, and all at once.
export const LiveBlock = fetched(async () => (await import('../live/LiveBlock.tsx')).LiveBlock);
export const LessonTools = fetched(async () => (await import('../live/LessonTools.tsx')).LessonTools);
export const LessonNotices = fetched(async () => (await import('../live/LessonNotices.tsx')).LessonNotices);
export const StepEnd = fetched(async () => (await import('../live/StepEnd.tsx')).StepEnd);
export const Bench = fetched(async () => (await import('../bench/Bench.tsx')).Bench);

/** Fetches all of them, so that they can be shown in one go. */
export async function fetchLiveParts(): Promise<void> {
  await Promise.all([LiveBlock, LessonTools, LessonNotices, StepEnd, Bench].map((part) => part.fetch()));
}
