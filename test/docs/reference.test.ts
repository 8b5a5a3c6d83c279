import { testPage } from './snippets.ts'

testPage('docs/reference/library.md')
