import { testPage } from '../snippets.ts'

testPage('docs/guides/browsers.md')
