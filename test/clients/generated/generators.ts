import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const installed = fileURLToPath(new URL('node_modules/', import.meta.url))

/** A generator of clients. */
export interface Generator {
  readonly name: string
  /** The package whose version is shown. */
  readonly package: string
  /** What is generated besides types, and with which options, as the table shows it. */
  readonly title: string
  /** The program, below `node_modules`. */
  readonly program: string
  /** Writes the configuration into a folder, and returns the arguments that generate a client there. */
  readonly args: (description: string, folder: string) => readonly string[]
}

const configured = (folder: string, text: string): string => {
  const file = join(folder, 'config.mjs')
  writeFileSync(file, text)
  return file
}

/** The generators whose clients are exercised. Each puts its client at `api` in its folder. */
export const generators: readonly Generator[] = [
  {
    name: 'openapi-typescript',
    package: 'openapi-typescript',
    title: 'openapi-typescript with openapi-fetch 0.17.0',
    program: 'openapi-typescript/bin/cli.js',
    args: (description, folder) => [description, '--output', join(folder, 'api.d.ts')],
  },
  {
    name: 'hey-api',
    package: '@hey-api/openapi-ts',
    title: '@hey-api/openapi-ts, fetch client, zod validates requests and responses',
    program: '@hey-api/openapi-ts/bin/run.js',
    args: (input, folder) => [
      '--file',
      configured(
        folder,
        `export default ${JSON.stringify({
          input,
          output: join(folder, 'api'),
          logs: { level: 'error' },
          plugins: ['@hey-api/client-fetch', '@hey-api/typescript', { name: '@hey-api/sdk', validator: 'zod' }, 'zod'],
        })}`,
      ),
    ],
  },
  {
    name: 'orval',
    package: 'orval',
    title: 'orval, fetch client',
    program: 'orval/dist/bin/orval.mjs',
    args: (input, folder) => [
      '--config',
      configured(
        folder,
        `export default ${JSON.stringify({
          api: {
            input,
            output: {
              target: join(folder, 'api/client.ts'),
              client: 'fetch',
              mode: 'split',
              schemas: join(folder, 'api/model'),
            },
          },
        })}`,
      ),
    ],
  },
  {
    name: 'kubb',
    package: '@kubb/core',
    title: 'kubb, fetch client',
    program: '@kubb/cli/bin/kubb.cjs',
    args: (path, folder) => [
      'generate',
      '--silent',
      '--config',
      configured(
        folder,
        `import { defineConfig } from '@kubb/core'
import { pluginClient } from '@kubb/plugin-client'
import { pluginOas } from '@kubb/plugin-oas'
import { pluginTs } from '@kubb/plugin-ts'

export default defineConfig({
  root: ${JSON.stringify(folder)},
  input: { path: ${JSON.stringify(path)} },
  output: { path: './api', clean: true, format: false, lint: false, extension: { '.ts': '.ts' } },
  plugins: [pluginOas({ validate: false, generators: [] }), pluginTs(), pluginClient({ client: 'fetch' })],
})
`,
      ),
    ],
  },
  {
    name: 'swagger-typescript-api',
    package: 'swagger-typescript-api',
    title: 'swagger-typescript-api, unions of literals',
    program: 'swagger-typescript-api/dist/cli.mjs',
    args: (description, folder) => [
      'generate',
      '--silent',
      '--generate-union-enums',
      '--path',
      description,
      '--output',
      folder,
      '--name',
      'api.ts',
    ],
  },
  {
    name: 'oazapfts',
    package: 'oazapfts',
    title: 'oazapfts',
    program: 'oazapfts/dist/cli.js',
    args: (description, folder) => [description, join(folder, 'api.ts')],
  },
]

/** Returns the installed version of a package. */
export const versionOf = (name: string): string =>
  JSON.parse(readFileSync(join(installed, name, 'package.json'), 'utf8')).version

/** Generates a client into a folder, without the calls that some generators make about their use. */
export const generate = async ({ program, args }: Generator, description: string, folder: string): Promise<void> => {
  const env = { ...process.env, DO_NOT_TRACK: '1', KUBB_DISABLE_TELEMETRY: '1' }
  await execute(process.execPath, [join(installed, program), ...args(description, folder)], { env, cwd: folder })
}
