import { wrongNode } from './node-version.js'

if (wrongNode !== undefined) throw new Error(wrongNode)
