import { testPage } from '../snippets.ts'

testPage('docs/guides/report.md')
