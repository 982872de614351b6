// The last step of `npm run build`: what the compiler leaves out, and the content checked and parsed ahead.
import { chmodSync, cpSync, existsSync, writeFileSync } from 'node:fs';
import { writeCache } from '../dist/bank/load.js';
import { CATALOGUE } from '../dist/demos/catalogue.js';
import { CACHE, CONTENT, DEMO_NAMES } from '../dist/paths.js';

const assets = 'src/adapters/playground/assets';
if (existsSync(assets)) cpSync(assets, 'dist/adapters/playground/assets', { recursive: true });
cpSync('src/charts/fonts', 'dist/charts/fonts', { recursive: true });
writeFileSync(DEMO_NAMES, JSON.stringify(CATALOGUE));
chmodSync('dist/cli.js', 0o755);
try {
  writeCache(CONTENT, CACHE);
} catch (error) {
  // Not a reason to stop the build: `content check` and the start report the faults in full.
  console.error(String(error.message));
}
writeFileSync('dist/.built', '');
