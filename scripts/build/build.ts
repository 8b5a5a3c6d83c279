import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { bundleCode } from './bundle.ts'
import { buildConsole } from './console.ts'
import { copyDocsPage, swaggerFiles } from './docs-page.ts'
import { noticesOf } from './notices.ts'
import { prebuildSeeds } from './prebuild-seeds.ts'
import { hashOfSources, sourcesRecord } from './sources.ts'
import { bundleTypes } from './types.ts'

// What `npm run build` makes: `build/`, from which the package, the image and `npm start` run.
rmSync('build', { recursive: true, force: true })
const sources = hashOfSources()
const [code, page] = await Promise.all([bundleCode(), buildConsole(), bundleTypes(), copyDocsPage()])
writeFileSync('build/THIRD-PARTY-NOTICES.txt', noticesOf([...code, ...page, ...swaggerFiles]))
prebuildSeeds()
cpSync('migrations', 'build/migrations', { recursive: true })
for (const name of ['openapi.json', 'control.json']) cpSync(`openapi/${name}`, `build/openapi/${name}`)
// Last: a build that was interrupted is of no sources.
writeFileSync(sourcesRecord, sources)
