import { testPage } from '../snippets.ts'

testPage('docs/testing/node.md')
