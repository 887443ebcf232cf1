using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Tests.Learning;

public sealed class TensorFileTests
{
    [Fact]
    public void Matrices_come_back_as_they_were_or_within_half_a_step_of_their_scale()
    {
        Weights plain = Filled("plain", 3, 5), columns = Filled("columns", 20, 7), rows = Filled("rows", 7, 20);
        byte[] file = TensorFile.Write([(plain, TensorFile.Kind.Float), (columns, TensorFile.Kind.ByteColumns), (rows, TensorFile.Kind.ByteRows)]);
        Weights plainBack = new("plain", 3, 5), columnsBack = new("columns", 20, 7), rowsBack = new("rows", 7, 20);
        TensorFile.Read(file, [rowsBack, plainBack, columnsBack]);

        Assert.Equal(plain.Values, plainBack.Values);
        for (int i = 0; i < columns.Values.Length; i++) Assert.Equal(columns.Values[i], columnsBack.Values[i], 0.51 / 127);
        for (int i = 0; i < rows.Values.Length; i++) Assert.Equal(rows.Values[i], rowsBack.Values[i], 0.51 / 127);
    }

    [Fact]
    public void What_the_file_lacks_is_named()
    {
        byte[] file = TensorFile.Write([(Filled("one", 2, 2), TensorFile.Kind.Float)]);
        Assert.Contains("other", Assert.Throws<InvalidDataException>(() => TensorFile.Read(file, [new Weights("other", 2, 2)])).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => TensorFile.Read(file, [new Weights("one", 2, 3)]));
        Assert.Throws<InvalidDataException>(() => TensorFile.Read([1, 2, 3], [new Weights("one", 2, 2)]));
    }

    private static Weights Filled(string name, int rows, int columns)
    {
        Weights weights = new(name, rows, columns);
        Random random = new(11);
        for (int i = 0; i < weights.Values.Length; i++) weights.Values[i] = (2 * random.NextSingle()) - 1;
        return weights;
    }
}
