import t from 'tap'
import { type Project, type Runner, runnerOf } from '#server/cli/init/runners.ts'

const project = (manifest: Project['manifest'], files: readonly string[] = [], python = ''): Project => ({
  manifest,
  files: manifest === undefined ? files : ['package.json', ...files],
  python,
})

const found: readonly (readonly [string, Project, Runner])[] = [
  ['a project that depends on Vitest', project({ devDependencies: { vitest: '^5' } }), 'vitest'],
  ['a project that depends on Jest', project({ dependencies: { jest: '^30' } }), 'jest'],
  ['a project that depends on tap', project({ devDependencies: { tap: '^21' } }), 'tap'],
  ['a project that depends on Mocha', project({ devDependencies: { mocha: '^11' } }), 'mocha'],
  ['a project whose script calls node --test', project({ scripts: { test: 'node --import x --test' } }), 'node'],
  [
    'the runner that is called, not another',
    project({ scripts: { test: 'mocha' }, devDependencies: { jest: '' } }),
    'mocha',
  ],
  ['a script that names a runner within another word', project({ scripts: { test: 'tape test' } }), 'node'],
  ['a project without a runner', project({}), 'node'],
  ['a folder without a project', project(undefined), 'node'],
  ['a Python project', project(undefined, ['pyproject.toml']), 'pytest'],
  ['a Python project with pytest beside a package.json', project({}, ['pyproject.toml'], '[tool.pytest]'), 'pytest'],
  ['a package.json beside Python without pytest', project({}, ['requirements.txt'], 'requests'), 'node'],
  ['Vitest beside pytest', project({ devDependencies: { vitest: '' } }, ['pytest.ini'], '[pytest]'), 'vitest'],
]

for (const [what, one, runner] of found) {
  t.test(`${what}: ${runner}`, async (t) => {
    t.equal(runnerOf(one), runner)
  })
}
