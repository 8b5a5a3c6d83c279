// What `import 'pinterest-ads-mock'` loads: the first import throws on an old Node, before the second loads anything.
import './require-node.js'

export * from '../build/server/index.js'
