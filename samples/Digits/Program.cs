using System.CommandLine;
using NetGen.Samples;

Option<DirectoryInfo> folder = new Option<DirectoryInfo>("--data")
{
    Description = "A folder with MNIST's files: two pairs of images and labels in IDX format, plain or gzipped; the larger trains.",
    HelpName = "FOLDER",
    Required = true,
}.AcceptExistingOnly();
var command = new RootCommand("Trains a 784-128-10 network on handwritten digits.") { folder };
command.SetAction(result => Run(result.GetRequiredValue(folder).FullName));
return command.Parse(args).Invoke();

static int Run(string folder)
{
    try
    {
        (ImageSet train, ImageSet test) = ImageFolder.Read(folder);
        Console.WriteLine($"{train.Count} images to train in {train.Name}, {test.Count} to test in {test.Name}");
        var net = new Digits(seed: 42);
        var trainer = new Trainer(net, train, seed: 42);
        for (int epoch = 1; epoch <= 25; epoch++)
        {
            Console.WriteLine($"epoch {epoch,2}  loss {trainer.Epoch():F4}");
        }

        Console.WriteLine($"test accuracy {Measure.Accuracy(net, test):F4}");
        Console.WriteLine($"latency {Measure.Latency(net, test).TotalMicroseconds:F1} µs for one row");
        return 0;
    }
    catch (DataException exception)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }
}
