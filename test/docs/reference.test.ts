import { testPage } from './snippets.ts'

testPage('docs/reference/library.md')
testPage('docs/reference/evidence.md')
