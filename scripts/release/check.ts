import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { generatedFiles, staleFiles } from '../openapi/report.ts'
import { AuditUnavailableError, auditProblems } from './audit.ts'
import { contentProblems } from './contents.ts'
import { licenceProblems } from './licences.ts'
import { linkProblems } from './links.ts'
import { readJson, readLock } from './lock.ts'
import { missingFrom, sbom } from './sbom.ts'
import { changelogProblems, versionProblems } from './versions.ts'

// Checks that a release can be cut. `--checkout` skips the checks that hold on a release commit alone.
const isRelease = !process.argv.includes('--checkout')
const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 26 })

const lock = readLock()
const versioned = {
  manifest: readJson('package.json'),
  lock,
  dockerfile: text('Dockerfile'),
  changelog: text('CHANGELOG.md'),
}

/** The files of the package. */
const packed: string[] = []

const checks: Readonly<Record<string, () => readonly string[] | Promise<readonly string[]>>> = {
  ...(isRelease && { 'the tree is clean': () => run('git', 'status', '--porcelain').split('\n').filter(Boolean) }),
  'versions agree': () => versionProblems(versioned),
  'the changelog is ready': () => changelogProblems(versioned, isRelease),
  'generated files are fresh': async () => staleFiles(await generatedFiles()),
  'the package has what it should': () => {
    const [{ files, size }] = JSON.parse(run('npm', 'pack', '--dry-run', '--json', '--silent'))
    console.log(`  ${files.length} files, ${Math.round(size / 1000)} kB to download`)
    packed.push(...files.map(({ path }: { path: string }) => path))
    return contentProblems(packed)
  },
  'links of its pages lead into it': () => linkProblems(packed, text),
  'licences are allowed': () => licenceProblems(lock),
  'the bill of materials is whole': () => missingFrom(sbom(), lock),
  'no vulnerability is known': auditProblems,
}

for (const [title, problems] of Object.entries(checks)) {
  try {
    const found = await problems()
    console.log(`${found.length === 0 ? 'ok' : 'not ok'}: ${title}`)
    for (const problem of found) console.log(`  ${problem}`)
    if (found.length > 0) process.exitCode = 1
  } catch (error) {
    if (!(error instanceof AuditUnavailableError)) throw error
    console.log(`skipped: ${title}: ${error.message}`)
  }
}
