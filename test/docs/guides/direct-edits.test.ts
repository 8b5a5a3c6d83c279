import { testPage } from '../snippets.ts'

testPage('docs/guides/direct-edits.md')
