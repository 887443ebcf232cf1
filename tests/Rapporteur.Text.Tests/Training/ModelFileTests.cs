using Rapporteur.Train.Learning;

namespace Rapporteur.Text.Tests.Training;

public sealed class ModelFileTests
{
    [Fact]
    public void A_model_is_packed_in_place_of_the_one_before_and_its_size_is_told()
    {
        string folder = Directory.CreateTempSubdirectory("model").FullName;
        try
        {
            byte[] model = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i % 7))];
            File.WriteAllBytes(Path.Combine(folder, "words.bin"), [1]);
            int size = ModelFile.Write(folder, "words.bin", model);
            string file = Assert.Single(Directory.EnumerateFiles(folder));
            Assert.Equal("words.bin.gz", Path.GetFileName(file));
            Assert.Equal(new FileInfo(file).Length, size);
            Assert.True(size < model.Length);
            Assert.Equal(model, ModelFile.Read(folder, "words.bin"));
            File.Delete(file);
            File.WriteAllBytes(Path.Combine(folder, "words.bin"), [1]);
            Assert.Equal([1], ModelFile.Read(folder, "words.bin"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
