// Lighthouse: the measure by which others will judge the page. Puppeteer starts the browser as Lighthouse expects it.
import lighthouse, { desktopConfig } from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findChromium } from '../find-chromium.ts';

/** A phone with a slow network and processor, or a computer: Lighthouse's own presets, both simulated. */
export type Preset = 'mobile' | 'desktop';

/** What Lighthouse says of a page: per category its score, 0 to 100, and what keeps it below. */
export interface PageAudit {
  readonly scores: Readonly<Record<string, number>>;
  /** One line per audit that is not passed and counts. */
  readonly findings: readonly string[];
}

/** The category that depends on how busy this machine is; all others are the same each time. */
export const TIMED_CATEGORY = 'performance';

/** A recording that the browser lost its beginning of, after which Lighthouse asks to be run again. */
const LOST_RECORDING = 'NO_NAVSTART';
const MAX_TRIES = 3;

/** Audits the page at `url` in a fresh local Chromium that reaches nothing but this computer. */
export async function auditPage(url: string, preset: Preset): Promise<PageAudit> {
  for (let tries = 1; ; tries++) {
    const audit = await tryToAudit(url, preset, tries === MAX_TRIES);
    if (audit !== null) return audit;
  }
}

/** Null where the recording was lost and it is not the last try. */
async function tryToAudit(url: string, preset: Preset, isLast: boolean): Promise<PageAudit | null> {
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_FLAGS, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  try {
    const port = Number(new URL(browser.wsEndpoint()).port);
    const config = preset === 'desktop' ? desktopConfig : undefined;
    const result = await lighthouse(url, { port, logLevel: 'error' }, config);
    if (result === undefined) throw new Error(`Lighthouse did not audit ${url}`);
    const { categories, audits, runtimeError } = result.lhr;
    if (runtimeError?.code === LOST_RECORDING && !isLast) return null;
    if (runtimeError !== undefined) throw new Error(`Lighthouse: ${runtimeError.message}`);
    const scores = Object.fromEntries(
      Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
    );
    const findings = Object.values(categories).flatMap(({ id, auditRefs }) =>
      auditRefs.flatMap(({ id: auditId, weight }) => {
        const { score, title, displayValue = '' } = audits[auditId]!;
        const isPassed = weight === 0 || score === null || score >= 0.9;
        return isPassed ? [] : [`${id}: ${title} ${displayValue}`.trim()];
      }),
    );
    return { scores, findings };
  } finally {
    await browser.close();
  }
}
