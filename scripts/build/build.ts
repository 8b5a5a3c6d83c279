import { cpSync, rmSync } from 'node:fs'
import { bundleCode } from './bundle.ts'
import { buildConsole } from './console.ts'
import { copyDocsPage } from './docs-page.ts'
import { prebuildSeeds } from './prebuild-seeds.ts'
import { bundleTypes } from './types.ts'

// What `npm run build` makes: `build/`, from which the package, the image and `npm start` run.
rmSync('build', { recursive: true, force: true })
await Promise.all([bundleTypes(), bundleCode(), copyDocsPage(), buildConsole()])
prebuildSeeds()
cpSync('migrations', 'build/migrations', { recursive: true })
for (const name of ['openapi.json', 'control.json']) cpSync(`openapi/${name}`, `build/openapi/${name}`)
