import { testPage } from '../snippets.ts'

testPage('docs/guides/bulk.md')
