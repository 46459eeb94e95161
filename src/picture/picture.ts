// In: an address in a file, or the bytes of a picture. Out: the path that is meant, a Picture that a page can hold, or what is wrong.
// Trusts no file name: the kind is read from the bytes. Never fetches, never touches the disk.
import { posix } from "node:path";
import { imageSize } from "image-size";
import type { DiagnosticCode } from "../document/diagnostic.js";

/** A picture as a page holds it. */
export interface Picture {
  /** A data: address. */
  src: string;
  bytes: Uint8Array;
}

/** What keeps a picture off the page. */
export interface PictureFault {
  code: DiagnosticCode;
  message: string;
  hint: string;
}

export const mostPictureBytes = 2_000_000;

const types: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  gif: "image/gif",
  svg: "image/svg+xml",
};

/** The path below the workspace that an address in a file of `folder` means. */
export function picturePath(address: string, folder: string): { path: string } | { fault: PictureFault } {
  const hint = "Put the picture into the workspace, beside this file, and write its name.";
  const refuse = (code: DiagnosticCode, message: string) => ({ fault: { code, message, hint } });
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(address) && !/^file:/i.test(address))
    return refuse(
      "remote-picture",
      `the picture ${shortened(address)} is not in the workspace; nothing is fetched`,
    );
  if (/^(?:file:|\/|\\|[a-z]:)/i.test(address))
    return refuse(
      "missing-picture",
      `${shortened(address)} is a place on one machine, expected a path from this file`,
    );
  let decoded: string;
  try {
    decoded = decodeURIComponent(address.replace(/[?#].*$/, ""));
  } catch {
    return refuse("missing-picture", `${shortened(address)} cannot be read as a path`);
  }
  const path = posix.join(folder, decoded);
  if (
    decoded === "" ||
    path === "." ||
    path.startsWith("..") ||
    decoded.includes("\\") ||
    decoded.includes("\0")
  )
    return refuse("missing-picture", `${shortened(address)} leads out of the workspace`);
  return { path };
}

function shortened(address: string): string {
  return address.length > 80 ? `${address.slice(0, 77)}...` : address;
}

/** Makes a picture of a file's bytes. */
export function readPicture(bytes: Uint8Array): { picture: Picture } | { fault: PictureFault } {
  if (bytes.length > mostPictureBytes) return { fault: tooLarge(bytes.length) };
  let kind: string | undefined;
  try {
    const { type, width, height } = imageSize(bytes);
    kind = width > 0 && height > 0 ? type : undefined;
  } catch {
    // No picture, or only the beginning of one.
  }
  const type = kind === undefined ? undefined : types[kind];
  if (type === undefined)
    return {
      fault: {
        code: "unusable-picture",
        message: "the file is no whole PNG, JPEG, WebP, GIF or SVG picture",
        hint: "Save it again as PNG or SVG. An SVG needs a width and a height, or a viewBox.",
      },
    };
  if (kind === "svg") {
    const acting = actingPart(new TextDecoder().decode(bytes));
    if (acting !== undefined)
      return {
        fault: {
          code: "unsafe-picture",
          message: `the SVG picture holds ${acting}`,
          hint: "Save it as a plain SVG, or as PNG.",
        },
      };
  }
  return { picture: { bytes, src: `data:${type};base64,${Buffer.from(bytes).toString("base64")}` } };
}

export function tooLarge(bytes: number): PictureFault {
  return {
    code: "picture-too-large",
    message: `the picture has ${(bytes / 1e6).toFixed(1)} MB, expected at most ${mostPictureBytes / 1e6} MB`,
    hint: "Make it smaller: 2,000 pixels across are enough for a printed page.",
  };
}

/** What in an SVG could run, or ask for something outside of it. */
function actingPart(svg: string): string | undefined {
  const text = svg.replace(/<!--[\s\S]*?-->/g, "");
  if (/<(?:\w+:)?script\b/i.test(text)) return "a script";
  if (/\son\w+\s*=/i.test(text) || /javascript:/i.test(text)) return "a script in an attribute";
  if (/<!(?:ENTITY|DOCTYPE[^>]*\[)/i.test(text)) return "entities of its own";
  if (/<(?:\w+:)?foreignObject\b/i.test(text)) return "a foreign object";
  const addresses = [
    ...text.matchAll(/\s(?:xlink:)?href\s*=\s*["']\s*([^"']*)/gi),
    ...text.matchAll(/url\(\s*["']?([^"')]*)/gi),
    ...text.matchAll(/@import\s+["']?([^"';]*)/gi),
  ];
  const outside = addresses.map((match) => match[1] ?? "").find((one) => !/^(?:#|data:image\/)/i.test(one));
  return outside === undefined ? undefined : `an address outside of it (${shortened(outside)})`;
}
