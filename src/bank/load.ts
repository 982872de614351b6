import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { assembleBank } from './assemble.ts';
import type { Bank } from './bank.ts';
import { type ContentFile, contentFiles, fingerprint } from './files.ts';
import { ContentError } from './problem.ts';
import { type RawContent, readRaw } from './raw.ts';

interface Cache {
  readonly fingerprint: string;
  readonly raw: RawContent;
}

/** The checked content of an earlier run, if it was made from exactly these files; anything else is as good as none. */
function cached(path: string | undefined, files: readonly ContentFile[]): RawContent | undefined {
  if (path === undefined || !existsSync(path)) return undefined;
  try {
    const cache = JSON.parse(readFileSync(path, 'utf8')) as Cache;
    return cache.fingerprint === fingerprint(files) ? cache.raw : undefined;
  } catch {
    // A half-written cache costs time, never correctness: the files themselves are read instead.
    return undefined;
  }
}

function readWhole(files: readonly ContentFile[]): RawContent {
  const { raw, problems } = readRaw(files);
  if (problems.length > 0) throw new ContentError(problems);
  return raw;
}

/**
 * The bank, whole or not at all. Parsing hundreds of YAML files takes a second or two, so the build keeps the result
 * (`writeCache`); it is used only while its fingerprint equals that of the files.
 * Throws ContentError with every fault when there is one.
 */
export function loadBank(root: string, cachePath?: string): Bank {
  const files = contentFiles(root);
  return assembleBank(cached(cachePath, files) ?? readWhole(files));
}

/** Checks the content and keeps it parsed. Throws ContentError. */
export function writeCache(root: string, cachePath: string): void {
  const files = contentFiles(root);
  const cache: Cache = { fingerprint: fingerprint(files), raw: readWhole(files) };
  writeFileSync(cachePath, JSON.stringify(cache));
}
