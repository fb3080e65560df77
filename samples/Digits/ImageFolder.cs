namespace NetGen.Samples;

/// <summary>A folder with two pairs of IDX files, images and labels, plain or gzipped, under any names.</summary>
internal static class ImageFolder
{
    /// <summary>Reads the folder: the larger pair is there to train, the other to test.</summary>
    /// <exception cref="DataException">The folder does not hold two pairs, or a file is damaged.</exception>
    public static (ImageSet Train, ImageSet Test) Read(string folder)
    {
        IdxFile[] files = [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(IdxFile.Read).OfType<IdxFile>()];
        IdxFile[] images = [.. files.Where(file => file.Shape.Length == 3)];
        IdxFile[] labels = [.. files.Where(file => file.Shape.Length == 1)];
        (IdxFile Images, IdxFile Labels)[] pairs =
        [
            .. from image in images
               from label in labels
               where image.Shape[0] == label.Shape[0]
               orderby image.Shape[0] descending
               select (image, label),
        ];
        if (pairs.Length != 2 || images.Length != 2 || labels.Length != 2 || pairs[1].Images.Shape[0] == 0)
        {
            string found = files.Length == 0
                ? "no IDX file"
                : string.Join(", ", files.Select(file => $"{file.Shape[0]} {(file.Shape.Length == 3 ? "images" : "labels")} in {file.Name}"));
            throw new DataException(
                $"{folder}: expected two pairs of IDX files, images and as many labels, one pair larger than the other; found {found}.");
        }

        return (ImageSet.Of(pairs[0].Images, pairs[0].Labels), ImageSet.Of(pairs[1].Images, pairs[1].Labels));
    }
}
