// Writes docs/commands.md from the declarations of the commands; with --check only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { loadBank } from '../dist/bank/load.js';
import { createLookup } from '../dist/bank/lookup.js';
import { allCommands } from '../dist/commands/index.js';
import { CACHE, CONTENT } from '../dist/paths.js';

const PATH = 'docs/commands.md';
const bank = loadBank(CONTENT, CACHE);
const commands = allCommands(createLookup(bank));

function optionText([name, option]) {
  const allowed =
    option.kind === 'choice'
      ? option.choices.map((choice) => `\`${choice.value}\``).join(', ')
      : option.kind === 'integer'
        ? `${option.min} to ${option.max}`
        : option.kind === 'channel'
          ? 'a channel'
          : `text, up to ${option.max} characters`;
  return `\`${name}${option.required ? '' : '?'}\` ${option.about.en} / ${option.about.ko} (${allowed})`;
}

function row(command) {
  const names = [command.name, ...command.aliases].map((name) => `\`${name}\``).join(', ');
  const options = Object.entries(command.options).map(optionText).join('<br>') || '–';
  const examples = command.examples.map((line) => `\`${line}\``).join('<br>') || '–';
  return `| ${names} | ${command.summary.en}<br>${command.summary.ko} | ${options} | ${command.mode} | ${examples} |`;
}

const table = (listed) =>
  commands
    .filter((command) => command.listed === listed)
    .map(row)
    .join('\n');
const HEAD = '| name | what it does | options | reply | examples |\n| --- | --- | --- | --- | --- |';
const text = `# Commands

Written by \`npm run docs\` from the declarations in \`src/commands/\`; do not edit by hand. A name followed by \`?\` may be left out.
The same names work on every door; Korean names wherever a line is typed.

${HEAD}
${table(true)}

## Behind buttons

These are not listed in help or completion; the buttons of cards carry them.

${HEAD}
${table(false)}
`;

if (process.argv.includes('--check')) {
  if (readFileSync(PATH, 'utf8') !== text) {
    console.error(`${PATH} is out of date: run npm run docs`);
    process.exit(1);
  }
} else writeFileSync(PATH, text);
