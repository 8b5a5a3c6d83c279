import { testPage } from '../snippets.ts'

testPage('docs/guides/why.md')
