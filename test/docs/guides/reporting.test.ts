import { testPage } from '../snippets.ts'

testPage('docs/guides/reporting.md')
