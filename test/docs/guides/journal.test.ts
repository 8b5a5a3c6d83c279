import { testPage } from '../snippets.ts'

testPage('docs/guides/journal.md')
