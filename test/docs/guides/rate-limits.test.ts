import { testPage } from '../snippets.ts'

testPage('docs/guides/rate-limits.md')
