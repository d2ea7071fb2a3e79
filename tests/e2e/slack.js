// A Slack on loopback, at a free port, with what is in the JSON given as the only argument. Says where it is.
import { createEmulator } from 'emulate'

const seed = { slack: JSON.parse(process.argv[2]) }
const slack = await createEmulator({ service: 'slack', port: 0, hostname: '127.0.0.1', seed })
console.log(slack.url)
