namespace Rapporteur.Text.Learning;

/// <summary>A matrix that was learnt, and its panels for <see cref="MatrixProduct"/>.</summary>
internal sealed unsafe class Weights(string name, int rows, int columns)
{
    private float[]? _panels;
    private ByteProduct? _bytes;

    /// <summary>Name in the model's file.</summary>
    public string Name { get; } = name;

    /// <summary>Inputs.</summary>
    public int Rows { get; } = rows;

    /// <summary>Outputs.</summary>
    public int Columns { get; } = columns;

    /// <summary>The numbers, row by row; none any more when they have been rounded to bytes.</summary>
    public float[] Values { get; private set; } = new float[rows * columns];

    /// <summary>The numbers in panels; made when first asked for.</summary>
    public float[] Panels => _panels ?? Pack(new float[MatrixProduct.PanelLength(Rows, Columns)]);

    /// <summary>Makes the panels anew, if there are any, after the numbers have changed.</summary>
    public void Changed()
    {
        if (_panels is not null) Pack(_panels);
    }

    private float[] Pack(float[] panels)
    {
        fixed (float* from = Values, to = panels) MatrixProduct.Pack(from, Columns, 1, Rows, Columns, to);
        return _panels = panels;
    }

    /// <summary>Sees to it that an array has room for so many numbers; what is in it is lost when it has to grow.</summary>
    public static void Room(ref float[] array, int length)
    {
        if (array.Length < length) array = new float[length];
    }

    /// <summary>Rounds the numbers to bytes from now on, for speed and for a quarter of the memory: they cannot be learnt any further.</summary>
    public void Quantise()
    {
        _bytes = new ByteProduct(Values, Rows, Columns);
        (Values, _panels) = ([], null);
    }

    /// <summary>output = input·this (+ bias) for so many rows, or added to what is there.</summary>
    public void Apply(float* input, int count, float[]? bias, float* output, bool add = false)
    {
        if (_bytes is not null)
        {
            _bytes.Apply(input, count, bias, output, add);
            return;
        }

        if (bias is not null && add) Elementary.Add(output, count, bias);
        else if (bias is not null) Elementary.Fill(output, count, bias);
        fixed (float* panels = Panels) MatrixProduct.Multiply(input, Rows, 1, count, Rows, panels, Columns, output, Columns, add || bias is not null);
    }
}
