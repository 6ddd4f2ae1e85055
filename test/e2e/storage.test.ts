import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../find-chromium.ts';
import { axeViolations, type LabPage, openPage } from './open-page.ts';

const LAB = 'streamflow-lab';

describe('the storage page', () => {
  let lab: LabPage;
  afterEach(() => lab.close());

  it('takes all work out of the browser in one file, and back in, byte for byte', async () => {
    lab = await openPage(inject('appUrl'), { address: '/data' });
    const { page } = lab;
    await loadStreamflow(page);
    const digest = await page.getByText(/^data [0-9a-f]{8}$/).textContent();
    await page.getByRole('link', { name: /^Saved/ }).click();
    await page.getByText(/^\d+ tables/).waitFor();
    await page.getByText(/^(Yes|No)[,:]/).waitFor();
    const backup = await saveBackup(page);
    expect(backup.name).toMatch(/^streamflow-\d{4}-\d\d-\d\d-\d{4}\.sfbackup$/);
    await page.getByText(/Last backup: \d/).waitFor();

    await page.getByRole('button', { name: 'Delete everything' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
    await page.getByText('no data yet').waitFor();

    await chooseBackup(page, { name: 'notes.sfbackup', buffer: Buffer.from('not a backup') });
    await page.getByText('this file is no backup of the lab').waitFor();
    const cut = backup.buffer.subarray(0, backup.buffer.length - 100);
    await chooseBackup(page, { name: 'cut.sfbackup', buffer: cut });
    await page.getByText(/the backup is (damaged|cut short)/).waitFor();
    await chooseBackup(page, backup);
    await page.getByText(/A whole backup, saved on .* by version/).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.getByRole('row', { name: /The lab/ }).textContent()).toMatch(/6 tables.*nothing/);
    await page.getByRole('button', { name: 'Replace what is here' }).click();
    await page.getByText(String(digest)).waitFor();

    await page.getByRole('link', { name: /^Saved/ }).click();
    const again = await saveBackup(page);
    expect(Math.abs(again.buffer.length - backup.buffer.length)).toBeLessThan(200);
    expect(lab.complaints).toEqual([]);
  });

  it('says what to do where the browser gives no more room, and nothing is lost', async () => {
    lab = await openPage(inject('appUrl'), { address: '/data' });
    const { page } = lab;
    await page.getByRole('button', { name: 'Load StreamFlow' }).waitFor();
    const cdp = await page.context().newCDPSession(page);
    const { origin } = new URL(inject('appUrl'));
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 200_000 });
    await page.getByRole('button', { name: 'Load StreamFlow' }).click();
    await page.getByText('the browser gives the lab no more room').first().waitFor();
    await page.getByText('save a backup on the page Storage').first().waitFor();
    await cdp.send('Storage.overrideQuotaForOrigin', { origin });
    await page.reload();
    await loadStreamflow(page);
  });
});

describe('where the lab cannot reach its data', () => {
  let lab: LabPage;
  afterEach(() => lab.close());

  /** A page of the same address that is not the lab: it can do to the databases what other versions would. */
  const openOther = async (): Promise<Page> => {
    const other = await lab.page.context().newPage();
    await other.goto(`${inject('appUrl')}icon.svg`);
    return other;
  };

  it('a newer version’s work is left alone, and can be saved to a file', async () => {
    lab = await openPage(inject('appUrl'));
    const { page } = lab;
    await page.getByText('Saved in this browser').waitFor();
    const other = await openOther();
    await page.goto('about:blank');
    await other.evaluate(upgrade, { name: LAB, version: 99 });
    await page.goto(inject('appUrl'));
    await page.getByRole('heading', { name: 'Your work was stored by a newer version of the lab' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect((await saveBackup(page)).buffer.length).toBeGreaterThan(100);
    expect(await other.evaluate(versionOf, LAB)).toBe(99);
  });

  it('a newer version in another tab takes over, and this one says so', async () => {
    lab = await openPage(inject('appUrl'));
    const { page } = lab;
    await page.getByText('Saved in this browser').waitFor();
    await (await openOther()).evaluate(upgrade, { name: LAB, version: 2 });
    await page.getByRole('heading', { name: 'A newer version of the lab is open in another tab' }).waitFor();
  });

  it('a deletion while the page is open is told, and a backup can be restored at once', async () => {
    lab = await openPage(inject('appUrl'), { address: '/data', language: 'fr' });
    const { page } = lab;
    await page.getByRole('button', { name: 'Charger StreamFlow' }).click();
    await page.getByText(/^données [0-9a-f]{8}$/).waitFor();
    await page.goto(`${inject('appUrl')}#/storage`);
    const backup = await saveBackup(page, 'Faire une sauvegarde');
    await (await openOther()).evaluate(deleteDatabase, LAB);
    await page.getByRole('heading', { name: 'Les données du lab ont été effacées' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await chooseBackup(page, backup, 'Choisir un fichier de sauvegarde');
    await page.getByRole('button', { name: 'Remplacer ce qui est ici' }).click();
    await page.getByText(/^données [0-9a-f]{8}$/).waitFor();
  });

  it('the browser’s own clearing of the site’s data is told, and the lab can be begun anew', async () => {
    lab = await openPage(inject('appUrl'), { address: '/data' });
    const { page } = lab;
    await loadStreamflow(page);
    const cdp = await page.context().newCDPSession(page);
    const { origin } = new URL(inject('appUrl'));
    await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await page
      .getByRole('heading', { name: /The (browser took the lab’s data away|lab’s data were deleted)/ })
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await page.getByRole('button', { name: 'Load StreamFlow' }).waitFor();
    await loadStreamflow(page);
  });

  it('a database that is none of the lab’s can be saved and replaced by an empty one', async () => {
    lab = await openPage('about:blank');
    const { page } = lab;
    const other = await openOther();
    await other.evaluate(upgrade, { name: LAB, version: 1 });
    await page.goto(inject('appUrl'));
    await page.getByRole('heading', { name: 'The browser cannot read the lab’s data' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await saveBackup(page);
    await page.getByRole('button', { name: 'Start anew with an empty lab' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start anew with an empty lab' }).click();
    await page.getByText('Saved in this browser').waitFor();
  });

  it('it waits for a tab that holds the data, says so, and goes on by itself', async () => {
    lab = await openPage('about:blank');
    const { page } = lab;
    const other = await openOther();
    await other.evaluate(holdAndDelete, LAB);
    await page.goto(inject('appUrl'));
    await page.getByRole('heading', { name: 'The lab’s data are held by another tab' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await other.close();
    await page.getByText('Saved in this browser').waitFor();
  });
});

describe('a browser that keeps nothing', () => {
  it('lets one work in the tab: train, predict, save to a file, take it back', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'no-storage-'));
    // The setting "block all cookies", with which Chromium forbids every kind of storage.
    const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
    await mkdir(join(profile, 'Default'));
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: findChromium(),
      args: CHROMIUM_FLAGS,
      locale: 'en-GB',
    });
    try {
      const page = context.pages()[0]!;
      await page.goto(`${inject('appUrl')}#/serving`);
      await page.getByRole('heading', { name: 'This browser keeps no data for the lab' }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Work without storage' }).click();
      await page.getByText('Nothing is kept: your work goes').waitFor();
      for (let step = 0; step < 4; step++) {
        const button = page.locator('.preparation button');
        const name = String(await button.textContent());
        await button.click();
        await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
        await page.locator('.preparation .progress').waitFor({ state: 'detached' });
      }
      await page.getByRole('link', { name: 'Save a backup' }).click();
      await page.getByText(/1 run/).waitFor();
      const backup = await saveBackup(page);
      await page.reload();
      await page.getByRole('button', { name: 'Work without storage' }).click();
      await page.getByText('no data yet').waitFor();
      await chooseBackup(page, backup);
      await page.getByRole('button', { name: 'Replace what is here' }).click();
      await page.getByText(/^data [0-9a-f]{8}$/).waitFor();
    } finally {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    }
  });
});

interface BackupFile {
  readonly name: string;
  readonly buffer: Buffer;
}

async function loadStreamflow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Load StreamFlow' }).click();
  await page.getByText(/^data [0-9a-f]{8}$/).waitFor();
}

async function saveBackup(page: Page, name = 'Save a backup'): Promise<BackupFile> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
}

async function chooseBackup(page: Page, file: BackupFile, name = 'Choose a backup file'): Promise<void> {
  const waiting = page.waitForEvent('filechooser');
  await page.getByRole('button', { name }).click();
  await (await waiting).setFiles({ ...file, mimeType: 'application/octet-stream' });
}

function upgrade({ name, version }: { readonly name: string; readonly version: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

function versionOf(name: string): Promise<number> {
  return indexedDB.databases().then((all) => all.find((it) => it.name === name)?.version ?? 0);
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = () => resolve();
  });
}

/** Opens a database, never lets go of it, and asks for its deletion: whoever opens it next waits. */
function holdAndDelete(name: string): Promise<void> {
  return new Promise((resolve) => {
    indexedDB.open(name, 1).onsuccess = () => {
      indexedDB.deleteDatabase(name).onblocked = () => resolve();
    };
  });
}
