// Pictures somebody chooses or takes, and how large they are. Fetched when the first one comes.

/** What the server takes. A phone offers its camera for these, and turns its own formats into one of them. */
const PICTURE_TYPES = 'image/png,image/jpeg,image/webp';

/**
 * Asks for pictures. Resolves to none when the person thinks better of it.
 * @param camera goes straight to a phone's camera; without it a phone offers camera and pictures alike
 */
export function choosePictures(camera = false): Promise<readonly File[]> {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = PICTURE_TYPES;
  field.multiple = !camera;
  if (camera) field.setAttribute('capture', 'environment');
  field.hidden = true;
  // Some browsers of phones ask nothing for a field that is not on the page.
  document.body.append(field);
  return new Promise((resolve) => {
    const end = (): void => {
      field.remove();
      resolve([...(field.files ?? [])]);
    };
    field.addEventListener('change', end, { once: true });
    field.addEventListener('cancel', end, { once: true });
    field.click();
  });
}

/** A picture's size in pixels, upright as its camera held it; null = not a picture this browser can read. */
export async function pictureSize(file: Blob): Promise<{ readonly w: number; readonly h: number } | null> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const size = { w: bitmap.width, h: bitmap.height };
    bitmap.close();
    return size;
  } catch {
    return null;
  }
}
