import { readFileSync } from 'node:fs'
import t from 'tap'
import { bundle, external } from '#scripts/build/bundle.ts'
import { AuditUnavailableError, readAudit } from '#scripts/release/audit.ts'
import { contentProblems, expectedFiles } from '#scripts/release/contents.ts'
import { licenceProblems } from '#scripts/release/licences.ts'
import { linkProblems } from '#scripts/release/links.ts'
import { readJson, readLock, shippedPackages } from '#scripts/release/lock.ts'
import { missingFrom, sbom } from '#scripts/release/sbom.ts'
import { changelogProblems, versionProblems } from '#scripts/release/versions.ts'

const lockOf = (packages = {}) => ({ version: '1.2.3', packages: { '': { version: '1.2.3' }, ...packages } })
const versioned = {
  manifest: { version: '1.2.3' },
  lock: lockOf(),
  dockerfile: 'LABEL org.opencontainers.image.version="1.2.3"',
  changelog: '# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-01-31\n\n- All\n',
}

t.test('a release says one version everywhere', async (t) => {
  t.strictSame(versionProblems(versioned), [])
  t.strictSame(versionProblems({ ...versioned, manifest: { version: '1.2.4' } }), [
    'package-lock.json says 1.2.3, package.json 1.2.4',
    "its root's says 1.2.3, package.json 1.2.4",
    "the image's label says 1.2.3, package.json 1.2.4",
  ])
})

t.test('the changelog of a release begins with it, and before a release it has something unreleased', async (t) => {
  const working = { ...versioned, changelog: '## [Unreleased]\n\n- New\n\n## [1.2.2] - 2026-01-01\n\n- All\n' }
  t.strictSame(changelogProblems(versioned, true), [])
  t.strictSame(changelogProblems(working, false), [])
  t.strictSame(changelogProblems(working, true), [
    'CHANGELOG.md begins with [1.2.2] - 2026-01-01, not with [1.2.3] and its date',
    'CHANGELOG.md has entries above [1.2.3]',
  ])
  t.strictSame(changelogProblems({ ...versioned, changelog: '## [Unreleased]\n' }, false), [
    'CHANGELOG.md has nothing unreleased',
  ])
})

t.test('a package with a file that nobody listed is no release, nor is one that lacks a source', async (t) => {
  const problems = contentProblems([
    'package.json',
    'build/server/index.d.ts',
    'build/server/other.d.ts',
    'build/server/chunk-ABCD1234.js',
    'build/test/helper.js',
    'server/cli/main.ts',
  ])
  t.ok(problems.includes('build/test/helper.js has no place in it'))
  t.ok(problems.includes('server/cli/main.ts has no place in it'))
  t.ok(problems.includes('build/server/main.js is missing'))
  t.ok(problems.includes('build/migrations/0001_ad_accounts.sql is missing'))
  t.ok(problems.includes('build/server/other.d.ts has no place in it'))
  t.notOk(problems.some((problem) => /^build\/server\/(index\.d\.ts|chunk)/.test(problem)))
})

t.test('a package of the server under another licence is named, one for development is not', async (t) => {
  const packages = {
    'node_modules/free': { license: 'MIT' },
    'node_modules/chosen': { license: '(BSD-3-Clause OR GPL-2.0)' },
    'node_modules/both': { license: 'MIT AND GPL-3.0' },
    'node_modules/bound': { license: 'GPL-3.0' },
    'node_modules/silent': {},
    'node_modules/tool': { license: 'GPL-3.0', dev: true },
  }
  t.strictSame(licenceProblems(lockOf(packages)), [
    'node_modules/both has the licence MIT AND GPL-3.0',
    'node_modules/bound has the licence GPL-3.0',
    'node_modules/silent has the licence none',
  ])
})

t.test('a package of the bundle is shipped with all that it depends on, wherever that is installed', async (t) => {
  const packages = {
    'node_modules/fastify': { dev: true, dependencies: { router: '1', log: '1' } },
    'node_modules/router': { dev: true, dependencies: { log: '1', router: '1' } },
    'node_modules/router/node_modules/log': { dev: true, dependencies: { color: '1' } },
    'node_modules/log': { dev: true },
    'node_modules/color': { dev: true },
    'node_modules/tool': { dev: true, dependencies: { log: '1' } },
    'node_modules/installed': {},
    'node_modules/workspace': { link: true },
  }
  t.strictSame(
    shippedPackages(lockOf(packages)).map(([path]) => path),
    [
      'node_modules/fastify',
      'node_modules/router',
      'node_modules/router/node_modules/log',
      'node_modules/log',
      'node_modules/color',
      'node_modules/installed',
    ],
  )
})

t.test('every package whose code is in the bundle is shipped', async (t) => {
  const { metafile = { inputs: {} } } = await bundle({ write: false })
  const within = Object.keys(metafile.inputs).flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  )
  const shipped = new Set(shippedPackages(readLock()).map(([path]) => path))
  t.ok(within.includes('node_modules/fastify'))
  t.strictSame(
    within.filter((path) => !shipped.has(path)),
    [],
  )
})

t.test('a user installs what the bundle leaves out, and nothing else', async (t) => {
  const { dependencies } = readJson('package.json')
  t.strictSame(Object.keys(dependencies).sort(), [...external].sort())
})

t.test('the bill of materials names every package that users get', async (t) => {
  const bill = sbom()
  t.strictSame(missingFrom(bill, readLock()), [])
  const packages = { 'node_modules/@a/forgotten': { version: '1.0.0' }, 'node_modules/tool': { dev: true } }
  t.strictSame(missingFrom(bill, lockOf(packages)), ['pkg:npm/@a/forgotten@1.0.0'])
})

t.test('an audit tells what it found, and no audit is not a good one', async (t) => {
  const vulnerabilities = { 'old-thing': { severity: 'high', range: '<2' } }
  t.strictSame(readAudit({ vulnerabilities }), ['old-thing <2: high'])
  t.strictSame(readAudit({ vulnerabilities: {} }), [])
  t.throws(() => readAudit({ message: '405' }), new AuditUnavailableError('the registry answers no audit (405)'))
})

t.test('every relative link in the pages of the package leads to a file of the package', async (t) => {
  const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  t.strictSame(linkProblems(expectedFiles, read), [])
})

t.test('a link to what the package has not is found, and a URL, an anchor and code are no such links', async (t) => {
  const text =
    '[a](docs/a.md#b) [dir](docs) [c](#c) [d](https://example.com/d) `[e](e.md)`\n\n[f](../f.md) [g](decisions/)'
  t.strictSame(
    linkProblems(['README.md', 'docs/a.md'], (path) => (path === 'README.md' ? text : '')),
    [
      'README.md links to ../f.md, which is not in the package',
      'README.md links to decisions/, which is not in the package',
    ],
  )
})
