import { cpSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

const target = 'build/docs-page'

/** The files of Swagger UI that the pages of the documents load. */
export const swaggerFiles = [
  'swagger-ui-bundle.js',
  'swagger-ui.css',
  'oauth2-redirect.html',
  'oauth2-redirect.js',
].map((name) => `node_modules/swagger-ui-dist/${name}`)

/** Copies the files of the pages, and those of Swagger UI as small as brotli makes them: it takes two seconds. */
export async function copyDocsPage(): Promise<void> {
  cpSync('server/docs-page', target, { recursive: true })
  await Promise.all(
    swaggerFiles.map(async (file) =>
      writeFile(`${target}/${basename(file)}.br`, await promisify(brotliCompress)(await readFile(file))),
    ),
  )
}
