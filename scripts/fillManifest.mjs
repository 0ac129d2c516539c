/** Where the pages lie while developing; the manifest in the project says so throughout. */
export const DEVELOPMENT_URL = "https://localhost:3001/";

/** The add-in's address as it must be: https, ending in a slash. Throws one sentence otherwise. */
export function releaseUrl(given) {
  let url;
  try {
    url = new URL(given);
  } catch {
    throw new Error(`"${given}" is not an address: give one like https://kstt.example.gov.vn/.`);
  }
  if (url.protocol !== "https:") throw new Error(`Excel loads add-ins over https only: "${given}" does not begin with https://.`);
  if (url.search || url.hash || url.pathname.endsWith(".html")) throw new Error(`Give the folder of the pages, not a page: "${given}".`);
  return url.href.replace(/\/*$/, "/");
}

/** The manifest for pages at another address, of a version, with a help page; what is not given stays. `version` is as in package.json. */
export function fillManifest(xml, { url, version, support }) {
  let filled = xml;
  if (url) filled = filled.replaceAll(DEVELOPMENT_URL, url);
  // A function as replacement: "$" in an address means nothing.
  if (version) filled = filled.replace(/<Version>[^<]*<\/Version>/, () => `<Version>${manifestVersion(version)}</Version>`);
  if (support) filled = filled.replace(/<SupportUrl DefaultValue="[^"]*"\/>/, () => `<SupportUrl DefaultValue="${escape(support)}"/>`);
  return filled;
}

/** "1.2.3" as manifests write it: "1.2.3.0". */
export function manifestVersion(version) {
  const [, plain] = /^(\d+\.\d+\.\d+)/.exec(version) ?? [];
  if (!plain) throw new Error(`The version "${version}" in package.json is not like 1.2.3.`);
  return `${plain}.0`;
}

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
