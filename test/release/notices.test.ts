import t from 'tap'
import { noticesOf } from '../../scripts/build/notices.ts'

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
