import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** Discord's own description of its API, where it is at hand: bodies of requests are checked against it. */

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

function findFile(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (let up = 0; up < 8; up += 1) {
    const path = join(folder, 'shared', 'spec', 'discord-openapi.json');
    if (existsSync(path)) return path;
    folder = dirname(folder);
  }
  return undefined;
}

export type BodyCheck = (method: string, path: string, body: unknown) => string[];

function escapePointer(path: string): string {
  return path.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The faults of a body, or of a request that Discord does not describe. Undefined: the description is not at hand. */
export function openApiCheck(): BodyCheck | undefined {
  const file = findFile();
  if (file === undefined) {
    console.warn(
      'SKIPPED: shared/spec/discord-openapi.json is not at hand; bodies are checked against limits only',
    );
    return undefined;
  }
  const description = JSON.parse(readFileSync(file, 'utf8')) as Description;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  ajv.addSchema({ $id: 'discord', ...description });
  const patterns = Object.keys(description.paths).map((path) => {
    const source = path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '[^/]+');
    return { path, pattern: new RegExp(`^${source}$`), literal: path.split('{').length };
  });
  patterns.sort((one, other) => one.literal - other.literal);
  const compiled = new Map<string, ValidateFunction>();

  return (method, path, body) => {
    const route = patterns.find(
      (one) => one.pattern.test(path) && description.paths[one.path]?.[method] !== undefined,
    );
    if (route === undefined) return [`${method} ${path} is not described`];
    const operation = description.paths[route.path]?.[method];
    if (operation?.requestBody?.content['application/json'] === undefined)
      return body === undefined ? [] : [`${method} ${route.path} takes no body`];
    const pointer = `discord#/paths/${escapePointer(route.path)}/${method}/requestBody/content/application~1json/schema`;
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: encodeURI(pointer) });
    compiled.set(pointer, validate);
    if (validate(body)) return [];
    return (validate.errors ?? [])
      .slice(0, 5)
      .map((one) => `${method} ${route.path} ${one.instancePath} ${one.message}`);
  };
}
