#!/usr/bin/env bash
# swagger-ui-dist 5.35.0: from 150 rows on (tags and operations that are shown), Swagger UI renders only the rows in
# sight, and gives the component OperationTag no children. A document of 148 operations in one tag is in the page as a
# whole; one operation more, and most are not: a page's own search (Ctrl+F), tests that look for an operation, and
# plugins that wrap OperationTag and work on its children stop finding them. No option switches it off.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts swagger-ui-dist@5.35.0 jsdom@26.1.0
cat >count.cjs <<'JS'
const { readFileSync } = require('node:fs')
const { JSDOM, VirtualConsole } = require('jsdom')

const bundle = readFileSync(require.resolve('swagger-ui-dist/swagger-ui-bundle.js'), 'utf8')

const documentOf = (operations) => ({
  openapi: '3.0.3',
  info: { title: 'Things', version: '1' },
  paths: Object.fromEntries(
    Array.from({ length: operations }, (_, nth) => [
      `/things${nth}`,
      { get: { operationId: `thing${nth}`, responses: { 200: { description: 'ok' } } } },
    ]),
  ),
})

async function count(operations) {
  const { window } = new JSDOM('<!doctype html><div id="ui"></div>', {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    url: 'http://localhost/',
    virtualConsole: new VirtualConsole(),
  })
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  window.scrollTo = () => {}
  window.eval(bundle)
  let withChildren = 0
  const wrapped = (Original, { React }) => (props) => {
    if (props.children) withChildren = 1
    return React.createElement(Original, props)
  }
  const domNode = window.document.getElementById('ui')
  window.SwaggerUIBundle({ spec: documentOf(operations), domNode, plugins: [{ wrapComponents: { OperationTag: wrapped } }] })
  while (domNode.querySelector('.opblock') === null) await new Promise((resolve) => setTimeout(resolve, 50))
  await new Promise((resolve) => setTimeout(resolve, 500))
  const all = domNode.querySelectorAll('.opblock').length === operations ? 'all' : 'some'
  window.close()
  return `${operations} operations: ${all} in the page, children of the tag: ${withChildren}`
}

count(148)
  .then(console.log)
  .then(() => count(149))
  .then(console.log)
  .then(() => process.exit(0))
JS
seen=$(node count.cjs)
echo "$seen"
[ "$seen" = "148 operations: all in the page, children of the tag: 1
149 operations: some in the page, children of the tag: 0" ]
