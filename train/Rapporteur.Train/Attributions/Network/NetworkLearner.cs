using Rapporteur.Text;
using Rapporteur.Text.Attributions.Neural;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>Goes forth and back through the network for one text.</summary>
internal sealed class NetworkLearner(AttributionNetwork network, WordKnowledge knowledge)
{
    // Cues are what most is lost by: their labels weigh as much again.
    private const float CueWeight = 2;
    private const int L = AttributionNetwork.Labels;

    private readonly NetworkShape _shape = network.Shape;

    /// <summary>Adds a text's slopes to the gradients; returns the losses of cues and of sources and contents, a word each.</summary>
    public (double Cues, double Links) Learn(LearningText text, Noise? noise, Gradients gradients, bool pretrained)
    {
        ReadBlock block = network.Read(text.Text, 0, text.Text.Prose.Source.Sentences.Count, knowledge, noise, learns: true);
        int words = block.Words;
        float[] states = new float[block.States.Length];
        double cueLoss = Cues(text, block, states, gradients), linkLoss = text.Cues.Count == 0 ? 0 : Links(text, block, noise, states, gradients);
        Noise.Apply(states, block.StateMask);

        float[] input = new float[block.ReaderInput.Length], normal = new float[words * _shape.WordWidth];
        Backward.Lstm(network.Reader, block.Read, block.ReaderInput, words, block.Runs, states, gradients, input);
        for (int w = 0; w < words; w++)
        {
            Array.Copy(input, w * _shape.ReaderInputs, normal, w * _shape.WordWidth, _shape.WordWidth);
            ReadOnlySpan<float> features = input.AsSpan((w * _shape.ReaderInputs) + _shape.WordWidth, _shape.FeatureWidth);
            foreach (int row in block.Features[w]) gradients.AddRow(network.WordTable, row, features);
        }

        if (block.Pieced is null) return (cueLoss, linkLoss);
        Noise.Apply(normal, block.WordMask);
        float[] means = new float[normal.Length];
        Backward.Normalise(block.WordMeans, block.WordInverse, words, _shape.WordWidth, network.WordGain, network.WordShift, normal, gradients, means);
        if (pretrained) Encoder(block, block.Pieced, means, gradients);
        return (cueLoss, linkLoss);
    }

    private double Cues(LearningText text, ReadBlock block, float[] states, Gradients gradients)
    {
        float[] scores = new float[block.CueScores.Length], hidden = new float[block.CueHidden.Length];
        double loss = 0;
        foreach (Sentence s in block.Text.Prose.Source.Sentences)
        {
            loss += ChainLoss.Of(block.CueScores, s.FirstToken, s.EndToken, text.CueLabels.Slice(s.FirstToken, s.EndToken), network.CueTransition, CueWeight, scores, gradients.Of(network.CueTransition));
        }

        Backward.Linear(network.CueOut, block.CueHidden, block.Words, scores, gradients, network.CueOutBias, hidden);
        for (int i = 0; i < hidden.Length; i++) if (block.CueHidden[i] <= 0) hidden[i] = 0;
        Backward.Linear(network.CueHidden, block.States, block.Words, hidden, gradients, network.CueHiddenBias, states);
        return loss;
    }

    private double Links(LearningText text, ReadBlock block, Noise? noise, float[] states, Gradients gradients)
    {
        (int width, int stateWidth) = (_shape.PairWidth, _shape.States);
        LinkedCues linked = network.Link(block, [.. text.Cues.Select(c => c.Cue)], noise, learns: true);
        int rows = linked.Features.Length;
        float[] scores = new float[rows * L], linkStates = new float[linked.States.Length], input = new float[linked.Input.Length];
        double loss = 0;
        for (int c = 0; c < text.Cues.Count; c++)
        {
            loss += ChainLoss.Of(linked.Scores, linked.Runs[c].First, linked.Runs[c].End, text.Cues[c].Labels, network.LinkTransition, 1, scores, gradients.Of(network.LinkTransition));
        }

        Backward.Linear(network.LinkOut, linked.States, rows, scores, gradients, network.LinkOutBias, linkStates);
        Noise.Apply(linkStates, linked.StateMask);
        Backward.Lstm(network.Linker, linked.Read, linked.Input, rows, linked.Runs, linkStates, gradients, input);
        for (int i = 0; i < input.Length; i++) if (linked.Input[i] <= 0) input[i] = 0;

        float[] pairWords = new float[block.Words * width], cueVectors = new float[text.Cues.Count * width], cueStates = new float[text.Cues.Count * stateWidth];
        for (int c = 0, row = 0; c < text.Cues.Count; c++)
        {
            for (int t = linked.Ranges[c].First; t < linked.Ranges[c].End; t++, row++)
            {
                ReadOnlySpan<float> slope = input.AsSpan(row * width, width);
                for (int i = 0; i < width; i++)
                {
                    pairWords[((t - block.FirstToken) * width) + i] += slope[i];
                    cueVectors[(c * width) + i] += slope[i];
                }

                foreach (int feature in linked.Features[row]) gradients.AddRow(network.PairTable, feature, slope);
            }
        }

        Backward.Linear(network.PairWord, block.States, block.Words, pairWords, gradients, network.PairBias, states);
        Backward.Linear(network.PairCue, linked.CueStates, text.Cues.Count, cueVectors, gradients, null, cueStates);
        for (int c = 0; c < text.Cues.Count; c++)
        {
            (int first, int end) = text.Cues[c].Cue.Cue;
            for (int t = first; t < end; t++)
            {
                for (int i = 0; i < stateWidth; i++) states[((t - block.FirstToken) * stateWidth) + i] += cueStates[(c * stateWidth) + i] / (end - first);
            }
        }

        return loss;
    }

    private void Encoder(ReadBlock block, PiecedText pieced, float[] means, Gradients gradients)
    {
        float[] output = new float[block.Encoded.Output.Length];
        for (int w = 0; w < block.Words; w++)
        {
            (int first, int end) = pieced.Words[w];
            for (int p = first; p < end; p++)
            {
                for (int i = 0; i < _shape.WordWidth; i++) output[(p * _shape.WordWidth) + i] += means[(w * _shape.WordWidth) + i] / (end - first);
            }
        }

        float[] input = Backward.Layer(network.Encoder, block.Encoded, pieced.Stretches, output, gradients);
        for (int p = 0; p < pieced.Pieces.Length; p++) gradients.AddRow(network.Embedding, pieced.Pieces[p], input.AsSpan(p * AttributionNetwork.Narrow, AttributionNetwork.Narrow), 2);
    }
}
