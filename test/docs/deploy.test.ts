import { testPage } from './snippets.ts'

testPage('docs/deploy/compose.md')
testPage('docs/deploy/docker.md')
testPage('docs/deploy/github-actions.md')
testPage('docs/deploy/kubernetes.md')
testPage('docs/deploy/testcontainers.md')
