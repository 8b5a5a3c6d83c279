import { testPage } from '../snippets.ts'

testPage('docs/guides/stubs.md')
