// How the tests and the pictures start Chromium: Debian's own, saying nothing to the network by itself.
export const launchOptions = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox', // there is none for root, who runs the tests in a container
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-quic',
    '--disable-sync',
    '--no-first-run',
    '--disable-features=LocalNetworkAccessChecks', // a page that a test makes up may frame the one that is tested
  ],
};
