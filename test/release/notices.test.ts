import t from 'tap'
import { noticesOf } from '#scripts/build/notices.ts'

t.test('what the bundle takes from packages comes with their licences, each once', async (t) => {
  const file = t.testdir({
    node_modules: {
      worded: {
        'package.json': '{"name":"worded","version":"1.2.3","license":"MIT"}',
        LICENSE: 'Permission is granted.\n',
      },
      '@scope': {
        bare: { 'package.json': '{"name":"@scope/bare","version":"4.0.0","license":"ISC","author":"A. Writer"}' },
      },
    },
  })
  const inputs = ['worded/index.js', 'worded/lib/more.js', '@scope/bare/a.js'].map(
    (path) => `${file}/node_modules/${path}`,
  )
  const notices = noticesOf(['server/cli/main.ts', ...inputs])
  t.match(notices, /worded 1\.2\.3 \(MIT\)\n\nPermission is granted\./)
  t.match(notices, /@scope\/bare 4\.0\.0 \(ISC\)\n\nBy A\. Writer\./)
  t.equal(notices.split('Permission is granted.').length, 2)
  t.notMatch(notices, /server/)
})

t.test('a notice, and the licences of what a file contains, come with the licence of its package', async (t) => {
  const folder = t.testdir({
    node_modules: {
      page: {
        'package.json': '{"name":"page","version":"1.0.0","license":"Apache-2.0"}',
        LICENSE: 'Apache License.',
        NOTICE: 'Copyright of its authors.',
        'bundle.js.LICENSE.txt': '/*! react, MIT */',
        'other.js.LICENSE.txt': '/*! not used */',
      },
    },
  })
  const notices = noticesOf([`${folder}/node_modules/page/bundle.js`])
  t.match(
    notices,
    /page 1\.0\.0 \(Apache-2\.0\)\n\nApache License\.\n\nCopyright of its authors\.\n\n\/\*! react, MIT \*\//,
  )
  t.notMatch(notices, 'not used')
})
