import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ContentFile {
  /** Path from the folder above the content folder, with slashes: `content/terms/numpy.yaml`. */
  readonly file: string;
  readonly source: string;
}

/** All files of a content folder, sorted by path. */
export function contentFiles(root: string): ContentFile[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') || (name.endsWith('.md') && !name.endsWith('README.md')))
    .sort()
    .map((name) => ({
      file: `content/${name.replaceAll('\\', '/')}`,
      source: readFileSync(join(root, name), 'utf8'),
    }));
}

/** Changes whenever a file is added, removed, renamed or edited; times and places do not matter. */
export function fingerprint(files: readonly ContentFile[]): string {
  const hash = createHash('sha256');
  for (const { file, source } of files) hash.update(file).update('\0').update(source).update('\0');
  return hash.digest('hex');
}
